//curfew:models 0

// Leak checks for tests.
package goleak

func Cleanup(cleanupFunc func(exitCode int)) Option

func Find(options ...Option) error

func IgnoreAnyFunction(f string) Option

func IgnoreCurrent() Option

func IgnoreTopFunction(f string) Option

func VerifyNone(t TestingT, options ...Option)

func VerifyTestMain(m TestingM, options ...Option)

type Option interface {
}

type TestingM interface {
	Run() int
}

type TestingT interface {
	Error(...interface{})
}
