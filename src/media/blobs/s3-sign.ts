import { AwsV4Signer } from 'aws4fetch';

export type Credentials = { accessKeyId: string; secretAccessKey: string; region: string };

/** What is signed; `datetime` as `20150830T123600Z`, now where it is not given. */
export type Signable = {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Hashed where no `x-amz-content-sha256` is given. */
  body?: string;
  datetime?: string;
  service?: string;
};

/**
 * The request's headers with its signature (AWS Signature Version 4). A body is signed by the hash its
 * `x-amz-content-sha256` names, so that a store notices a byte that changed on the way.
 */
export async function sign(credentials: Credentials, signable: Signable): Promise<Headers> {
  const { accessKeyId, secretAccessKey, region } = credentials;
  const signer = new AwsV4Signer({ service: 's3', ...signable, accessKeyId, secretAccessKey, region });
  return (await signer.sign()).headers;
}
