// Finds programs by name, as a shell does.
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these names that PATH leads to. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return firstProgram(
    names.flatMap((name) =>
      folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
    ),
  );
}

/** Of these paths the first that is a program; undefined ones and snaps are passed over. */
export function firstProgram(paths) {
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      // A browser inside a snap sees neither this folder nor the temporary one.
      return statSync(path).isFile() && !realpathSync(path).endsWith('/snap');
    } catch {
      return false;
    }
  });
}
