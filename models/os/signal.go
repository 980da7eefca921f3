//curfew:models 0

// Signal delivery never blocks: a channel without a free slot misses the signal.
package signal

import (
	"context"
	"os"
)

func Ignore(sig ...os.Signal)

func Ignored(sig os.Signal) bool

//curfew:feeds c signals
func Notify(c chan<- os.Signal, sig ...os.Signal)

//curfew:derives parent signals
//curfew:must-call result.1
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc)

func Reset(sig ...os.Signal)

//curfew:unfeeds c
func Stop(c chan<- os.Signal)
