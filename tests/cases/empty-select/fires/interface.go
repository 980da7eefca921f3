// Run time: callers that know the interface only are kept as well.
package cases

type Runner interface{ Run() }

type Service struct{ start func() }

func (s Service) Run() {
	s.start()
	select {} // want empty-select "Service.Run blocks for ever"
}

var _ Runner = Service{}
