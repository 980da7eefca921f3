//curfew:models 0

// A watch keeps a goroutine and a connection until it is stopped; then its channel is closed.
// Written from v0.37.1.
package watch

import (
	"k8s.io/apimachinery/pkg/runtime"
)

const Added EventType = "ADDED"

const Modified EventType = "MODIFIED"

const Deleted EventType = "DELETED"

const Bookmark EventType = "BOOKMARK"

const Error EventType = "ERROR"

// Stops w with it.
//
//curfew:starts until Stop
//curfew:must-release result until Stop
func Filter(w Interface, f FilterFunc) Interface

//curfew:starts until Shutdown
//curfew:must-release result until Shutdown
func NewBroadcaster(queueLength int, fullChannelBehavior FullChannelBehavior) *Broadcaster

func NewFake() *FakeWatcher

//curfew:starts until Stop
//curfew:must-release result until Stop
func NewStreamWatcher(d Decoder, r Reporter) *StreamWatcher

type Broadcaster struct{}

//curfew:releases
func (m *Broadcaster) Shutdown()

//curfew:must-release result until Stop
func (m *Broadcaster) Watch() (Interface, error)

type Decoder interface {
	Close()
	Decode() (action EventType, object runtime.Object, err error)
}

type Event struct {
	Type   EventType
	Object runtime.Object
}

type EventType string

type FakeWatcher struct{}

func (f *FakeWatcher) ResultChan() <-chan Event

//curfew:releases
func (f *FakeWatcher) Stop()

type FilterFunc func(in Event) (out Event, keep bool)

type FullChannelBehavior int

type Interface interface {
	ResultChan() <-chan Event
	//curfew:releases
	Stop()
}

type Reporter interface {
	AsObject(err error) runtime.Object
}

type StreamWatcher struct{}

func (sw *StreamWatcher) ResultChan() <-chan Event

//curfew:releases
func (sw *StreamWatcher) Stop()
