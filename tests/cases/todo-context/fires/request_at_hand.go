// curfew: --level advice
// A handler has the context of its request.
package cases

import (
	"context"
	"fmt"
	"net/http"
)

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Serve(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, count(context.TODO())) // want todo-context[advice] "r.Context() is at hand"
}
