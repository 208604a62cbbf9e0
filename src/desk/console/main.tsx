import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');
createRoot(place).render(
  <StrictMode>
    <main>
      <h1>Writethru</h1>
    </main>
  </StrictMode>,
);
