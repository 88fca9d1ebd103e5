/** For tests: the cloud in one process, with a clock, an order of requests and faults that are chosen. */
export {
  type Choices,
  type RequestFault,
  Simulation,
  type SimulationOptions,
  type WaitingRequest,
} from './simulation';
