// curfew: --level advice
// Near miss of parameter: the reader may be anything, a file in memory too.
package cases

import (
	"context"
	"io"
)

func Pump(ctx context.Context, in io.Reader, use func([]byte)) error {
	buf := make([]byte, 512)
	for ctx.Err() == nil {
		n, err := in.Read(buf)
		if err != nil {
			return err
		}
		use(buf[:n])
	}
	return ctx.Err()
}
