#!/usr/bin/env node
// The package is TypeScript source, which Node loads with the help of tsx.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');
