import { createContext, useContext } from 'react';

import type { RootStore } from './stores/root-store';

/** Gives the stores to pages; components get props only. */
export const StoresContext = createContext<RootStore | null>(null);

/** The stores. Pages only. */
export function useStores(): RootStore {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('useStores needs StoresContext above it');
  return stores;
}
