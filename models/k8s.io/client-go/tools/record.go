//curfew:models 0

// Written from v0.37.1.
package record

import (
	"k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/watch"
	klog "k8s.io/klog/v2"
)

//curfew:starts until Shutdown
//curfew:must-release result until Shutdown
func NewBroadcaster(opts ...BroadcasterOption) EventBroadcaster

//curfew:starts until Shutdown
//curfew:must-release result until Shutdown
func NewBroadcasterWithCorrelatorOptions(options CorrelatorOptions) EventBroadcaster

type BroadcasterOption func(*config)

type CorrelatorOptions struct{}

type EventBroadcaster interface {
	NewRecorder(scheme *runtime.Scheme, source v1.EventSource) EventRecorderLogger
	//curfew:releases
	Shutdown()
	//curfew:runs eventHandler handler
	StartEventWatcher(eventHandler func(*v1.Event)) watch.Interface
	StartLogging(logf func(format string, args ...interface{})) watch.Interface
	StartRecordingToSink(sink EventSink) watch.Interface
	StartStructuredLogging(verbosity klog.Level) watch.Interface
}

type EventRecorderLogger interface{}

type EventSink interface {
	Create(event *v1.Event) (*v1.Event, error)
	Patch(oldEvent *v1.Event, data []byte) (*v1.Event, error)
	Update(event *v1.Event) (*v1.Event, error)
}

type config struct{}
