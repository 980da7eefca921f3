// curfew: --level advice
// Run time: the fresh context is made in a helper of the exported method, which has no context to give it.
package cases

import "context"

type Statement struct{ text string }

type Service struct{ slots chan struct{} }

func NewService(slots int) *Service { return &Service{make(chan struct{}, slots)} }

func (s *Service) Process(st Statement) error {
	if st.text == "" {
		return nil
	}
	return s.withSlot(st)
}

func (s *Service) withSlot(st Statement) error {
	if err := s.run(context.Background(), st); err != nil { // want severed-context[advice] "run"
		return err
	}
	<-s.slots
	return nil
}

func (s *Service) run(ctx context.Context, _ Statement) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case s.slots <- struct{}{}:
		return nil
	}
}
