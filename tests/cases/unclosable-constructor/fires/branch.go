// The refresh interval is positive: only then does the constructor start what nobody can stop.
package cases

import "time"

type Config struct{ Refresh time.Duration }

type Catalog struct{ loads int }

func OpenCatalog(cfg Config) (*Catalog, error) {
	c := &Catalog{loads: 1}
	if cfg.Refresh > 0 {
		go func() { // want unclosable-constructor "OpenCatalog"
			for {
				time.Sleep(cfg.Refresh)
				c.loads++
			}
		}()
	}
	return c, nil
}
