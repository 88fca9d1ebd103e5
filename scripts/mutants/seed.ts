import fc from 'fast-check';

// The same cases for every mutant and in every run; a smaller counterexample would only cost time.
fc.configureGlobal({ seed: 1, numRuns: 20, endOnFailure: true });
