// Run time: whoever calls Run never gets control back.
package cases

type Server struct{ accept func() }

func (s *Server) Run() {
	s.accept()
	select {} // want empty-select[warning] "Server.Run blocks for ever in an empty select: whoever calls it"
}
