// curfew: --level advice
// A variable of the package.
package cases

import "context"

var base = context.TODO() // want todo-context[advice] "a root is what is wanted"
