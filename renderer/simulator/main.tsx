import '@fontsource-variable/inter/index.css';
import './simulator.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SimulatorPage } from './simulator-page.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SimulatorPage />
  </StrictMode>,
);
