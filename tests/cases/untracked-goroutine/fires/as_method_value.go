// curfew: --level advice
// Handle has returned: the goroutine is a method value whose body is not seen.
package cases

type request struct{ id int }

type Service struct{ name string }

func (s *Service) logAsync(r request)
func (s *Service) process(r request) error

func (s *Service) Handle(r request) error {
	write := s.logAsync
	go write(r) // want untracked-goroutine[advice] "logAsync"
	return s.process(r)
}
