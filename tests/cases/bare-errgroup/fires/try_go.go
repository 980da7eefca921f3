// One probe fails after TryGo took it: TryGo and SetLimit bound the group and do not give it a context.
package cases

import (
	"context"
	"net"

	"golang.org/x/sync/errgroup"
)

func probe(ctx context.Context, addrs []string) error {
	var probes errgroup.Group // want bare-errgroup "probes"
	probes.SetLimit(8)
	for _, addr := range addrs {
		probes.TryGo(func() error {
			var d net.Dialer
			conn, err := d.DialContext(ctx, "tcp", addr)
			if err != nil {
				return err
			}
			return conn.Close()
		})
	}
	return probes.Wait()
}
