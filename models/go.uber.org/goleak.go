//curfew:models 0

// Leak checks for tests.
package goleak

func Cleanup(cleanupFunc func(exitCode int)) Option

//curfew:watches result
func Find(options ...Option) error

func IgnoreAnyFunction(f string) Option

func IgnoreCurrent() Option

func IgnoreTopFunction(f string) Option

//curfew:watches t
func VerifyNone(t TestingT, options ...Option)

//curfew:watches m
func VerifyTestMain(m TestingM, options ...Option)

type Option interface {
}

type TestingM interface {
	Run() int
}

type TestingT interface {
	Error(...interface{})
}
