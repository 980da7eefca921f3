// curfew: --level advice
// Run time: the path names a pipe with no writer's data, and the read waits for it.
package cases

import (
	"context"
	"os"
)

func tailFile(ctx context.Context, path string, use func([]byte)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	buf := make([]byte, 4096)
	for ctx.Err() == nil {
		n, err := f.Read(buf) // want deaf-read[advice] "f.Read"
		if err != nil {
			return err
		}
		use(buf[:n])
	}
	return ctx.Err()
}
