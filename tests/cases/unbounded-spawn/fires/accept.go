// A goroutine for each connection, without a limit, and the connections have no deadline.
package cases

import (
	"io"
	"net"
)

func Echo(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() { // want unbounded-spawn[warning] "l.Accept"
			defer conn.Close()
			io.Copy(conn, conn)
		}()
	}
}
