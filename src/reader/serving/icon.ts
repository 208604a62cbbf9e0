/** A slug line with its correction mark: text struck and written through. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#14171a"/><path fill="#fff" d="M6 8h20v3H6zM6 14.5h20v3H6zM6 21h12v3H6z"/><circle cx="24" cy="22.5" r="3.5" fill="#e5484d"/></svg>`;
