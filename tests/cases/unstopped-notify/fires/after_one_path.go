// Run time: a round that fails leaves its function with the context.
package cases

import (
	"context"
	"io"
)

func copyAll(ctx context.Context, files []io.ReadCloser, w io.Writer) {
	for _, f := range files {
		stop := context.AfterFunc(ctx, func() { f.Close() }) // want unstopped-notify[warning] "registers with ctx"
		if _, err := io.Copy(w, f); err != nil {
			continue
		}
		stop()
		f.Close()
	}
}
