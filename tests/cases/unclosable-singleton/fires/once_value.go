// The first call of the OnceValue function starts a loop without a stop.
package cases

import (
	"sync"
	"time"
)

type Rates struct{ loads int }

var SharedRates = sync.OnceValue(func() *Rates {
	r := &Rates{}
	go r.reload() // want unclosable-singleton "reload"
	return r
})

func (r *Rates) reload() {
	for {
		time.Sleep(time.Hour)
		r.loads++
	}
}
