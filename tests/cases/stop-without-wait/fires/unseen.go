// curfew: --level advice
// Stop is called: who runs under the context is not seen, and no method of the type waits.
package cases

import "context"

type Service struct {
	cancel context.CancelFunc
}

func (s *Service) Stop() {
	s.cancel() // want stop-without-wait[advice] "Service.Stop calls s.cancel and does not wait"
}
