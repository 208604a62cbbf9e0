import './icons.css';

/** The arrow from what was to what is, along the line of reading. */
export const Onward = () => <span className="onward">→</span>;
