// Run time: the cancel function is kept in a package variable that nothing reads.
package cases

import "context"

var (
	rootContext context.Context
	rootCancel  context.CancelFunc
)

func setUp(parent context.Context) {
	rootContext, rootCancel = context.WithCancel(parent) // want lost-cancel "rootCancel"
}

func finished() bool {
	return rootContext.Err() != nil
}
