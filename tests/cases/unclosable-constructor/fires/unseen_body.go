// curfew: --level advice
// NewEngine is called: turn is not written in Go, and if it does not end by itself nothing else can end it.
package cases

type Engine struct{ turns int }

func turn()

func NewEngine() *Engine {
	e := &Engine{}
	go turn() // want unclosable-constructor[advice] "NewEngine"
	return e
}
