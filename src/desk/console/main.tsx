import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './kit/tokens.css';
import './kit/base.css';
import { App } from './app.tsx';
import { beginTheme } from './frame/theme.ts';
import { hearKeys } from './kit/shortcut-store.ts';
import { registerWorker } from './offline/register.ts';

beginTheme();
hearKeys();
registerWorker();
// A page the browser brings back whole may be of somebody who left since.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
