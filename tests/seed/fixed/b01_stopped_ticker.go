// Stop does not close the channel: the range stays where it is.
package fixed

import "time"

type pulse struct {
	t *time.Ticker
}

func startPulse(beat func()) *pulse {
	p := &pulse{t: time.NewTicker(time.Second)}
	go func() {
		for range p.t.C {
			beat()
		}
	}()
	return p
}

func (p *pulse) Close() { p.t.Stop() }
