// Run time: the generic loop reads what each instance decodes from the connection.
package cases

import (
	"context"
	"encoding/json"
	"net"
)

func stream[T any](ctx context.Context, address string, use func(T)) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	in := json.NewDecoder(conn)
	for ctx.Err() == nil {
		var v T
		if err := in.Decode(&v); err != nil { // want deaf-read[warning] "in.Decode"
			return err
		}
		use(v)
	}
	return ctx.Err()
}
