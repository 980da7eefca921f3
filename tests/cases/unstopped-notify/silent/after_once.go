// Registered once in the call, with the caller's context.
package cases

import (
	"context"
	"io"
)

func read(ctx context.Context, r io.ReadCloser) ([]byte, error) {
	context.AfterFunc(ctx, func() { r.Close() })
	return io.ReadAll(r)
}
