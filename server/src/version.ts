import { version } from '../../package.json';

/** Version of the extension and the command line, from package.json. */
export const VERSION: string = version;
