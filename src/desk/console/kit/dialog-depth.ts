import { createContext, useContext } from 'react';

/** How many dialogs what is shown lies in: keys that are in force under a dialog rest while it is open. */
export const DialogDepth = createContext(0);
export const useDialogDepth = (): number => useContext(DialogDepth);
