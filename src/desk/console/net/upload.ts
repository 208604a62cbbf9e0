import { addressOf, problemIn, type Asking } from './api.ts';
import { Problem } from './problem.ts';
import { sessionOver } from './session-over.ts';

export type Uploading = Pick<Asking, 'params' | 'query' | 'headers' | 'signal'> & {
  form: FormData;
  /** Of the bytes sent, 0 to 1. */
  onProgress?: (done: number) => void;
};

/** Sends a form with a file in it, and tells how far it is, which `fetch` cannot. Throws as `ask` does. */
export async function upload<T>(call: string, uploading: Uploading): Promise<T> {
  try {
    return await uploadOnce<T>(call, uploading);
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'signed-out') throw error;
    if (!(await sessionOver.signInAgain())) throw error;
    return uploadOnce<T>(call, uploading);
  }
}

function uploadOnce<T>(
  call: string,
  { form, onProgress, signal, headers = {}, ...at }: Uploading,
): Promise<T> {
  const [method = 'POST', path = '/'] = call.split(' ');
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const request = new XMLHttpRequest();
  request.open(method, addressOf(path, at));
  request.responseType = 'json';
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
    if (lengthComputable) onProgress?.(loaded / total);
  };
  request.onload = () => {
    const { status } = request;
    if (status >= 200 && status < 300) return resolve(request.response as T);
    const told = {
      status,
      headers: new Headers({ 'retry-after': request.getResponseHeader('retry-after') ?? '' }),
    };
    reject(problemIn(told, request.response));
  };
  request.onerror = () =>
    reject(new Problem({ type: navigator.onLine ? 'unreachable' : 'offline', status: 0 }));
  request.onabort = () => reject(new DOMException('The upload was given up.', 'AbortError'));
  signal?.addEventListener('abort', () => request.abort());
  request.send(form);
  return promise;
}
