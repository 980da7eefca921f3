// curfew: --level advice
// Through an interface whose one type is here.
package cases

import "context"

type counter interface{ count(context.Context) int }

type lines struct{ n int }

func (l *lines) count(context.Context) int { return l.n }

func Total(n int) int {
	var c counter = &lines{n}
	return c.count(context.TODO()) // want todo-context[advice] "still to be chosen"
}
