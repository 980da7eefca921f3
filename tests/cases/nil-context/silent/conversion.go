// What is nil is a function.
package cases

import "context"

func none() func(context.Context) { return (func(context.Context))(nil) }
