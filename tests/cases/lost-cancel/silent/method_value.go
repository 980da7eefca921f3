// curfew: --level advice
// The field is called through a method value that is deferred.
package cases

import "context"

type session struct {
	ctx  context.Context
	stop context.CancelFunc
}

func (s *session) end() { s.stop() }

func with(parent context.Context, work func(context.Context) error) error {
	var s session
	s.ctx, s.stop = context.WithCancel(parent)
	end := s.end
	defer end()
	return work(s.ctx)
}
