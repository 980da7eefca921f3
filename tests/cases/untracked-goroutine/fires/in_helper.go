// curfew: --level advice
// Handle has returned: the spawn stands in a helper that it calls, and the body is not seen.
package cases

type request struct{ id int }

type Service struct{ name string }

func (s *Service) logAsync(r request)
func (s *Service) process(r request) error

func (s *Service) Handle(r request) error {
	s.note(r)
	return s.process(r)
}

func (s *Service) note(r request) {
	go s.logAsync(r) // want untracked-goroutine[advice] "logAsync"
}
