/** Dispatched on `window` after a setting has changed. */
export const SETTINGS_EVENT = "readingsettings";
