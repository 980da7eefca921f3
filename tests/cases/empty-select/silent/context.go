// The wait has an end.
package cases

import "context"

type Server struct{ accept func() }

func (s *Server) Run(ctx context.Context) {
	s.accept()
	<-ctx.Done()
}
