// curfew: --level advice
// Run time: the waiting method is a method value by the time it gets the fresh context.
package cases

import "context"

type Service struct{ replies chan string }

func (s *Service) do(ctx context.Context, statement string) (string, error) {
	select {
	case <-ctx.Done():
		return statement, ctx.Err()
	case reply := <-s.replies:
		return reply, nil
	}
}

func (s *Service) Process(statement string) (string, error) {
	do := s.do
	return do(context.Background(), statement) // want severed-context[advice] "do"
}
