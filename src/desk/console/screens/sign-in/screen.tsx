export { default } from '../lost/screen.tsx';
