import { sideTools } from '../../test/support/side-tools.ts';

/** What audits the pages: big, and asked for by this command alone. */
export const tools = sideTools('audit', { lighthouse: '13.5.0', 'vnu-jar': '26.9.27' });

/** The Nu HTML checker, to be run by `java -jar`. */
export const nuChecker = tools.file('vnu-jar/build/dist/vnu.jar');
