// Near miss of generic: the method value that closes is given to someone who calls it.
package cases

import (
	"context"
	"encoding/json"
	"net"
)

func stream[T any](ctx context.Context, address string, onEnd func(func() error), use func(T)) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	onEnd(conn.Close)
	in := json.NewDecoder(conn)
	for ctx.Err() == nil {
		var v T
		if err := in.Decode(&v); err != nil {
			return err
		}
		use(v)
	}
	return ctx.Err()
}
