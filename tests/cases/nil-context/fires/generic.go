// Run time: the type argument changes nothing.
package cases

import "context"

func get[T any](ctx context.Context, v T) (T, error) { return v, ctx.Err() }

func load() (int, error) {
	return get[int](nil, 1) // want nil-context "get[int]"
}
