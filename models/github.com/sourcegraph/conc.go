//curfew:models 0

// Written from v0.3.0.
package conc

import (
	"github.com/sourcegraph/conc/panics"
)

func NewWaitGroup() *WaitGroup

type WaitGroup struct{}

//curfew:spawns f counted
func (h *WaitGroup) Go(f func())

//curfew:wg-wait
//curfew:releases
func (h *WaitGroup) Wait()

//curfew:wg-wait
//curfew:releases
func (h *WaitGroup) WaitAndRecover() *panics.Recovered
